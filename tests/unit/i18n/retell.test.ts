import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { layerMessages } from "../../../app/features/sandbox/layer-messages.ts";
import { ACTIVITY_GONE_MESSAGE, GAVE_UP_MESSAGE } from "../../../app/features/submissions/grading-rules.ts";
import { HIDDEN_TEST_MESSAGE } from "../../../app/features/submissions/redact-result.ts";
import { verdictMessages } from "../../../app/features/submissions/verdict-messages.ts";
import { retell } from "../../../app/i18n/retell.ts";
import { memoryMessage, timeMessage } from "../../../sandbox/engine.ts";
import { explainFloor } from "../../../sandbox/layers.ts";

const tell = (text: string) => retell(verdictMessages, "es", text);

describe("sentences of the sandbox", () => {
  it("are told sentence by sentence, with what stands in them", () => {
    expect(tell(timeMessage(2_000))).toBe("El programa se detuvo: funcionó más de 2 s. ¿Hay un bucle que no termina?");
    expect(tell(memoryMessage(128))).toBe("El programa se detuvo: usó más de 128 MB de memoria.");
    expect(tell("3 rows are missing: 1,200 instead of 1,203. Row 7 is the first that differs.")).toBe("Faltan 3 filas: 1,200 en vez de 1,203. La fila 7 es la primera diferente.");
    expect(tell("There is no index.html. Was it renamed or deleted?")).toBe("No existe index.html. ¿Cambió de nombre o se borró?");
  });

  it("stay as they are in English, and where no sentence fits", () => {
    expect(retell(verdictMessages, "en", timeMessage(2_000))).toBe(timeMessage(2_000));
    for (const text of ["", "TypeError: x is not a function", "Expected: 3\nReceived: 4", "SQLITE_ERROR. Near FROM."]) expect(tell(text)).toBe(text);
  });

  it("keep the words of others beside them", () => {
    expect(tell("SQLite says: no such table: numbers")).toBe("SQLite dice: no such table: numbers");
    expect(tell("Something of the author. This is not your mistake; please try again later.")).toBe("Something of the author. No es culpa tuya; inténtalo otra vez más tarde.");
  });

  it("of the queue and of hidden tests are all told", () => {
    for (const text of [GAVE_UP_MESSAGE, ACTIVITY_GONE_MESSAGE, HIDDEN_TEST_MESSAGE]) expect(tell(text)).not.toMatch(/\b(?:the|your|and|each|could)\b/i);
  });

  it("about versions too old are told to administrators", () => {
    expect(retell(layerMessages, "es", explainFloor({ node: "22.1.0", isolatedVm: "7.0.1" }) ?? "")).toMatch(/^La evaluación está apagada: necesita Node .* y este es 22\.1\.0\. Arranca/);
    expect(retell(layerMessages, "es", explainFloor({ node: "24.21.0", isolatedVm: "6.0.0" }) ?? "")).toMatch(/^La evaluación está apagada: isolated-vm 6\.0\.0 tiene un fallo conocido; .* Ejecuta npm ci\.$/);
  });
});

/** What changes in a sentence, and words that are counted or put in where it is said. */
const PUT_TOGETHER = /\{\w+\}|\b1 (?:row|column)\b|\b(?:rows|columns)\b|\b1 is\b|\bthe package util-linux\b/;

describe("a catalog of such sentences", () => {
  const sources = globSync(["sandbox/**/*.ts", "app/features/submissions/*.ts"], { cwd: fileURLToPath(new URL("../../../", import.meta.url)) })
    .filter((file) => !file.endsWith("-messages.ts"))
    .map((file) => readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8").replaceAll("\\\"", "\""))
    .join("\n")
    .toLowerCase();

  it.each(Object.entries({ ...verdictMessages.en, ...layerMessages.en }))("has %s as it is said", (_, text) => {
    const pieces = text.toLowerCase().split(PUT_TOGETHER).map((piece) => piece.replace(/^[\s"“,.:;]+|[\s"”,.:;?]+$/g, "")).filter((piece) => /\w{2}.*\w{2}/.test(piece));
    expect(pieces.filter((piece) => !sources.includes(piece))).toEqual([]);
  });
});
