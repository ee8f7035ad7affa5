import type { Messages } from "../messages/messages.ts";
import { type Frame, Page } from "./layout.tsx";

/** A page that says one thing and offers the next step: errors, logging in and out. */
export const PlainPage = (props: {
  frame: Frame;
  title: string;
  says: string;
  step: { href: string; words: string };
}) => (
  <Page frame={props.frame} title={props.title}>
    <section class="plain">
      <h1>{props.title}</h1>
      <p>{props.says}</p>
      <p>
        <a class="button" href={props.step.href}>
          {props.step.words}
        </a>
      </p>
    </section>
  </Page>
);

export const backToList = (m: Messages) => ({ href: "/", words: m.page.back });

export const HelpPage = ({ frame }: { frame: Frame }) => {
  const { help } = frame.m;
  return (
    <Page frame={frame} title={help.heading}>
      <section class="plain">
        <h1>{help.heading}</h1>
        <dl class="keys">
          {help.keys.map(([key, words]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <ul class="words">
          {help.words.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
};
