import { Form } from "@remix-run/react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formatDayRange } from "./format-day.ts";
import { findErrorKey, messages } from "./messages.ts";
import type { PlanSettingsView } from "./open-plan-settings.server.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

interface Answer {
  /** Which of the page's forms it answers. */
  form: "days" | "off" | "feed";
  errors: Record<string, string>;
  values: Record<string, string>;
  feedAddress: string | null;
}

/** What all plans of a person share: their clock, reminders, days off, and the address of their calendar. */
export function PlanSettingsPage({ settings, answer, isSaved }: { settings: PlanSettingsView; answer: Answer | null; isSaved: boolean }) {
  const t = useMessages(messages);
  return (
    <div className="page reading">
      <Crumbs trail={[{ label: t("plan"), to: "/plan" }]} />
      <h1>{t("settingsTitle")}</h1>
      {isSaved && !answer && <Notice tone="good" live>{t("settingsSaved")}</Notice>}
      <DaysForm settings={settings} answer={answer?.form === "days" ? answer : null} />
      <DaysOffPart settings={settings} answer={answer?.form === "off" ? answer : null} />
      <FeedPart hasFeed={settings.hasFeed} address={answer?.feedAddress ?? null} />
    </div>
  );
}

function useErrors(answer: Answer | null) {
  const t = useMessages(messages);
  return (name: string) => {
    const key = findErrorKey(answer?.errors[name]);
    return key ? { error: t(key) } : {};
  };
}

function DaysForm({ settings, answer }: { settings: PlanSettingsView; answer: Answer | null }) {
  const t = useMessages(messages);
  const errorOf = useErrors(answer);
  const valueOf = (name: string, usual: string) => (answer ? (answer.values[name] ?? "") : usual);
  return (
    <Form method="post" action="/plan/settings?form=days" className="sheet stack plan-form">
      <h2>{t("yourDays")}</h2>
      <TimeZoneField value={valueOf("timeZone", settings.timeZone)} isKnown={settings.isKnown || answer !== null} {...(answer?.errors.timeZone ? { error: answer.errors.timeZone } : {})} />
      <Field label={t("studyTime")} name="studyTime" type="time" defaultValue={valueOf("studyTime", settings.studyTime)} help={t("studyTimeHelp")} {...errorOf("studyTime")} />
      <div className="stack plan-reminders">
        <label className="choice">
          <input type="checkbox" name="reminders" defaultChecked={answer ? "reminders" in answer.values : settings.reminders} aria-describedby="reminders-help" />
          <span>{t("remindersLabel")} <span className="muted">({settings.email})</span></span>
        </label>
        <p className="small muted" id="reminders-help">{t("remindersHelp")}</p>
        <Field label={t("reminderTime")} name="reminderTime" type="time" defaultValue={valueOf("reminderTime", settings.reminderTime)} {...errorOf("reminderTime")} />
      </div>
      <div><button className="button primary">{t("saveSettings")}</button></div>
    </Form>
  );
}

function DaysOffPart({ settings, answer }: { settings: PlanSettingsView; answer: Answer | null }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const errorOf = useErrors(answer);
  return (
    <section className="sheet stack plan-form" aria-labelledby="days-off">
      <h2 id="days-off">{t("daysOff")}</h2>
      <p className="muted">{settings.daysOff.length === 0 ? `${t("daysOffLead")} ${t("daysOffNone")}` : t("daysOffLead")}</p>
      {settings.daysOff.length > 0 && (
        <ul className="list">
          {settings.daysOff.map(({ firstDay, lastDay }) => {
            const range = formatDayRange(firstDay, lastDay, locale);
            return (
              <li key={firstDay}>
                <Form method="post" action="/plan/settings?form=drop-off" className="row plan-off">
                  <span>{range}</span>
                  <button className="button small quiet" name="firstDay" value={firstDay} aria-label={t("removeDaysOffNamed", { range })}>{t("removeDaysOff")}</button>
                </Form>
              </li>
            );
          })}
        </ul>
      )}
      <Form method="post" action="/plan/settings?form=off" className="stack">
        <div className="plan-way-fields two">
          <Field label={t("firstDay")} name="firstDay" type="date" required defaultValue={answer?.values.firstDay ?? ""} {...errorOf("firstDay")} />
          <Field label={t("lastDay2")} name="lastDay" type="date" defaultValue={answer?.values.lastDay ?? ""} {...errorOf("lastDay")} />
        </div>
        <div><button className="button">{t("addDaysOff")}</button></div>
      </Form>
    </section>
  );
}

function FeedPart({ hasFeed, address }: { hasFeed: boolean; address: string | null }) {
  const t = useMessages(messages);
  return (
    <section className="sheet stack plan-form" aria-labelledby="feed">
      <h2 id="feed">{t("feed")}</h2>
      <p className="muted">{t("feedLead")}</p>
      {address ? (
        <Notice tone="good" live>
          <Field label={t("feedAddress")} name="address" readOnly value={address} help={t("feedOnce")} onFocus={(event) => event.currentTarget.select()} />
        </Notice>
      ) : (
        hasFeed && <p>{t("feedIsOn")}</p>
      )}
      <div className="plan-feed-acts">
        <Form method="post" action="/plan/settings?form=feed">
          <button className="button" aria-describedby={hasFeed ? "feed-renew" : undefined}>{t(hasFeed ? "feedRenew" : "feedMake")}</button>
        </Form>
        {hasFeed && <Form method="post" action="/plan/settings?form=drop-feed"><button className="button quiet">{t("feedDrop")}</button></Form>}
      </div>
      {hasFeed && <p className="small muted" id="feed-renew">{t("feedRenewHelp")}</p>}
    </section>
  );
}
