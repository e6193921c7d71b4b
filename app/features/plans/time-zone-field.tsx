import { useEffect, useRef } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Field } from "../../ui/field.tsx";
import { findErrorKey, messages } from "./messages.ts";

/** Asks for the time zone. One that was never said is filled in by the browser; without scripts it is typed. */
export function TimeZoneField({ value, isKnown, error }: { value: string; isKnown: boolean; error?: string }) {
  const t = useMessages(messages);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = place.current?.querySelector("input");
    // Only over what was not typed: a person's own words stay.
    if (!isKnown && input && input.value === value) input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }, [isKnown, value]);
  const key = findErrorKey(error);
  return (
    <div ref={place}>
      <Field label={t("timeZone")} name="timeZone" defaultValue={value} help={t("timeZoneHelp")} autoComplete="off" spellCheck={false} required {...(key ? { error: t(key) } : {})} />
    </div>
  );
}
