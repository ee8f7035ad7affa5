import { type BrandFileError, MOST_ERRORS } from "../../../../shared/adapters/brand-file/load-brand.ts";
import type { PublishedBrand } from "../../../../shared/ports/brand-store.ts";
import { Notice, Page } from "../../pages/layout.tsx";
import { shown } from "../../words.ts";
import type { Proposal } from "../proposal.ts";
import type { PlaybookWords } from "../words/playbook-words.ts";
import { type About, STYLES } from "./about.ts";
import { Changes } from "./changes.tsx";

/** Why the press before this page published nothing. */
export type Why = "nothing" | "not-utf8" | "too-large" | "meanwhile" | "notThat" | "noVersion";

/** What the person put forward: a text, or an earlier version. */
export type Put = { readonly text: string } | { readonly again: number };

export const ChangePage = (props: {
  about: About;
  active: PublishedBrand;
  put?: Put | undefined;
  proposal?: Proposal | undefined;
  errors?: readonly BrandFileError[] | undefined;
  why?: Why | undefined;
}) => {
  const { about, active, put, proposal, errors, why } = props;
  const { frame, w } = about;
  return (
    <Page frame={frame} title={w.change.heading} styles={STYLES}>
      <div class="playbook">
        <h1>{w.change.heading}</h1>
        <p class="meta">
          <a href="/playbook">{w.version(active.version)}</a>
          <span>{w.isActive}</span>
        </p>
        {why === undefined ? null : <Notice kind="no">{w.change[why]}</Notice>}
        {errors === undefined ? null : <Wrong errors={errors} w={w} />}
        {proposal === undefined || put === undefined ? null : (
          <Proposed about={about} active={active} put={put} proposal={proposal} />
        )}
        <TextForm w={w} text={put !== undefined && "text" in put ? put.text : undefined} />
      </div>
    </Page>
  );
};

const Wrong = ({ errors, w }: { errors: readonly BrandFileError[]; w: PlaybookWords }) => (
  <section>
    <h2>{w.change.wrong}</h2>
    <ol class="wrong-lines">
      {errors.map(({ line, column, message, hint }) => (
        <li lang="en">
          <span class="at">{w.change.line(line, column)}</span>
          {shown(message)} <span class="hint">{shown(hint)}</span>
        </li>
      ))}
    </ol>
    {errors.length < MOST_ERRORS ? null : <p class="hint">{w.change.most(MOST_ERRORS)}</p>}
  </section>
);

const Proposed = (props: { about: About; active: PublishedBrand; put: Put; proposal: Proposal }) => {
  const { active, put, proposal } = props;
  const { w, frame } = props.about;
  return (
    <form method="post" action="/playbook/versions">
      <h2>{w.change.wouldChange}</h2>
      {"again" in put ? <p>{w.change.bringsBack(put.again)}</p> : null}
      {proposal.leavesAccount ? <Notice kind="done">{w.change.account}</Notice> : null}
      {proposal.differences.length === 0 ? (
        <p>{w.change.saysTheSame}</p>
      ) : (
        <>
          <Changes
            differences={proposal.differences}
            lang={frame.m.lang}
            before={active.file.account.currency}
            after={active.file.account.currency}
          />
          <input type="hidden" name="over" value={String(active.version)} />
          <input type="hidden" name="hash" value={proposal.hash} />
          {"again" in put ? (
            <input type="hidden" name="again" value={String(put.again)} />
          ) : (
            <textarea name="text" hidden readonly aria-label={w.change.text}>
              {`\n${put.text}`}
            </textarea>
          )}
          <p class="approve">
            <button type="submit" class="button main">
              {w.change.publish}
            </button>
          </p>
          <p class="hint">{w.change.publishHint}</p>
        </>
      )}
    </form>
  );
};

const TextForm = ({ w, text }: { w: PlaybookWords; text: string | undefined }) => (
  <form method="post" action="/playbook/change" enctype="multipart/form-data">
    <h2>{text === undefined ? w.change.check : w.change.edit}</h2>
    {text === undefined ? <p class="hint">{w.change.lead}</p> : null}
    <label>
      {w.change.file}
      <input type="file" name="file" accept=".yaml,.yml,text/plain,application/yaml" />
    </label>
    <label>
      {w.change.text}
      <textarea name="text" class="yaml" rows={16} spellcheck={false} autocomplete="off" wrap="off">
        {/* A text area loses its first line end. */}
        {text === undefined ? "" : `\n${text}`}
      </textarea>
    </label>
    <button type="submit" class="button">
      {w.change.check}
    </button>
  </form>
);
