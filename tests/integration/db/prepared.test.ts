import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { migrateDatabase } from "../../../db/migrate.ts";
import type { Queryable } from "../../../db/open-database.ts";
import { param, prepareOnce } from "../../../db/prepared.ts";
import * as schema from "../../../db/schema.ts";

function open(name: string): Queryable {
  const connection = new Sqlite(":memory:");
  migrateDatabase(connection, ":memory:");
  const db = drizzle(connection, { schema });
  db.insert(schema.users).values({ id: name, email: `${name}@rung.example`, name, passwordHash: "h", createdAt: new Date(0) }).run();
  return db;
}

describe("a query that is prepared once", () => {
  it("is built once for each connection, and answers from the connection and with the values of each call", () => {
    const built: Queryable[] = [];
    const byId = prepareOnce((db) => {
      built.push(db);
      return db.select({ name: schema.users.name }).from(schema.users).where(eq(schema.users.id, param("id"))).prepare();
    });
    const [first, second] = [open("lena"), open("oskar")];
    expect([byId(first).get({ id: "lena" }), byId(first).get({ id: "oskar" })]).toEqual([{ name: "lena" }, undefined]);
    expect([byId(second).get({ id: "lena" }), byId(second).get({ id: "oskar" })]).toEqual([undefined, { name: "oskar" }]);
    expect(built).toEqual([first, second]);
  });
});
