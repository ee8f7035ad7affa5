import type { BrandFile } from "../../../../shared/complaint/playbook.ts";
import type { Difference } from "../../../../shared/complaint/playbook-diff.ts";
import type { PublishedBrand } from "../../../../shared/ports/brand-store.ts";
import type { VersionEntry } from "../../../../shared/ports/playbook-versions.ts";
import { Page } from "../../pages/layout.tsx";
import { type About, dayAndTime, STYLES } from "./about.ts";
import { Changes } from "./changes.tsx";
import { InWords } from "./in-words.tsx";

/** Since when it counts, or when it was published, and who answers for it. */
const Published = (props: { about: About; published: PublishedBrand; isActive: boolean }) => {
  const { about, isActive } = props;
  const { publishedAt, publishedBy } = props.published;
  if (publishedAt === undefined || publishedBy === undefined) return <span>{about.w.notRecorded}</span>;
  const at = dayAndTime(publishedAt, about);
  return (
    <span>
      {isActive ? about.w.published(at, publishedBy) : `${at}, ${about.w.publishedBy(publishedBy)}`}
    </span>
  );
};

export const PlaybookPage = ({ about, published }: { about: About; published: PublishedBrand }) => {
  const { w, frame } = about;
  const title = w.heading(published.file.account.name);
  return (
    <Page frame={frame} title={title} styles={STYLES}>
      <div class="playbook">
        <h1>{title}</h1>
        <p class="lead">{w.lead}</p>
        <p class="meta">
          <strong>{w.version(published.version)}</strong>
          <Published about={about} published={published} isActive={true} />
        </p>
        <p class="steps">
          <a href="/playbook/versions">{w.toVersions}</a>
          <a href={`/playbook/versions/${published.version}/file`}>{w.download}</a>
          {about.mayChange ? (
            <a class="button" href="/playbook/change">
              {w.toChange}
            </a>
          ) : null}
        </p>
        <InWords about={about} file={published.file} />
      </div>
    </Page>
  );
};

/** What a version changed: against the one before, if there is one and it can be read. */
export type Before =
  | { readonly is: "first" | "unreadable" }
  | { readonly is: "read"; readonly file: BrandFile; readonly differences: readonly Difference[] };

export const VersionPage = (props: {
  about: About;
  published: PublishedBrand;
  before: Before;
  isActive: boolean;
}) => {
  const { about, published, before, isActive } = props;
  const { w, frame } = about;
  const { version, file } = published;
  return (
    <Page frame={frame} title={w.version(version)} styles={STYLES}>
      <div class="playbook">
        <h1>
          {w.heading(file.account.name)} · {w.version(version)}
        </h1>
        <p class="meta">
          {isActive ? <strong>{w.isActive}</strong> : null}
          <Published about={about} published={published} isActive={isActive} />
        </p>
        <p class="steps">
          <a href="/playbook">{w.toActive}</a>
          <a href="/playbook/versions">{w.toVersions}</a>
          <a href={`/playbook/versions/${version}/file`}>{w.download}</a>
        </p>
        <section>
          <h2>{w.changes.heading}</h2>
          {before.is === "read" ? (
            <>
              <p class="hint">{w.changes.since(version - 1)}</p>
              {before.differences.length === 0 ? <p>{w.changes.none}</p> : null}
              <Changes
                differences={before.differences}
                lang={frame.m.lang}
                before={before.file.account.currency}
                after={file.account.currency}
              />
            </>
          ) : (
            <p>{w.changes[before.is]}</p>
          )}
        </section>
        {about.mayChange && !isActive ? (
          <form method="post" action="/playbook/change">
            <input type="hidden" name="again" value={String(version)} />
            <button type="submit">{w.change.makeActive}</button>
            <p class="hint">{w.change.makeActiveHint}</p>
          </form>
        ) : null}
        <InWords about={about} file={file} />
      </div>
    </Page>
  );
};

export const VersionsPage = (props: {
  about: About;
  active: number;
  entries: readonly VersionEntry[];
  older: number | undefined;
}) => {
  const { about, active, entries, older } = props;
  const { w, frame } = about;
  return (
    <Page frame={frame} title={w.versions.heading} styles={STYLES}>
      <h1>{w.versions.heading}</h1>
      <p class="lead">{w.versions.lead}</p>
      <p class="steps">
        <a href="/playbook">{w.toActive}</a>
        {about.mayChange ? <a href="/playbook/change">{w.toChange}</a> : null}
      </p>
      <ol class="list">
        {entries.map(({ version, at, by, via, again }) => (
          <li>
            <p>
              <a href={`/playbook/versions/${version}`}>
                <strong>{w.version(version)}</strong>
              </a>{" "}
              {version === active ? <span class="badge">{w.isActive}</span> : null}
            </p>
            <p class="meta">
              {at === undefined ? null : <time datetime={at}>{dayAndTime(at, about)}</time>}
              <span>{by === undefined ? w.notRecorded : w.publishedBy(by)}</span>
              {via === undefined ? null : <span>{w.via[via]}</span>}
              {again === undefined ? null : <span>{w.again(again)}</span>}
            </p>
          </li>
        ))}
      </ol>
      {older === undefined ? null : (
        <p class="pager">
          <a href={`/playbook/versions?below=${older}`}>{w.versions.older}</a>
        </p>
      )}
    </Page>
  );
};
