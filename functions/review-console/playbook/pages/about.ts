import type { Frame } from "../../pages/layout.tsx";
import type { PlaybookWords } from "../words/playbook-words.ts";

/** What every page of the playbook knows. */
export type About = {
  readonly frame: Frame;
  readonly w: PlaybookWords;
  /** The brand's time zone. */
  readonly zone: string;
  readonly mayChange: boolean;
};

export const STYLES = "/playbook/playbook.css";

/** A day and time with its year: versions stand for years. */
export const dayAndTime = (at: string, { frame, zone }: About): string =>
  new Intl.DateTimeFormat(frame.m.locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(
    new Date(at),
  );
