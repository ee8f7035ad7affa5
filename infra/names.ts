import type { PipelineRow } from "./pipeline.ts";

/** `publish-reply/send` as a part of a resource's name. */
export const slug = (row: Pick<PipelineRow, "name">): string => row.name.replaceAll("/", "-");

/**
 * What things are called in the account. Fixed, so that the command line and an alarm at three in the morning can
 * name them without looking them up. One stage per account and region: channel secrets are named in the brand files
 * and know no stage.
 *
 * @param stage `dev`, `prod` …
 */
export const namesFor = (stage: string) => {
  const stack = `shopkeeper-${stage}`;
  return {
    stack,
    careTable: `${stack}-care`,
    customersTable: `${stack}-customers`,
    bus: stack,
    function: (row: Pick<PipelineRow, "name">) => `${stack}-${slug(row)}`,
    queue: (row: Pick<PipelineRow, "name">) => `${stack}-${slug(row)}`,
    deadLetters: (row: Pick<PipelineRow, "name">) => `${stack}-${slug(row)}-dead-letters`,
    /** `{ "nameKey": … }`, made by the stack. */
    nameKeySecret: `shopkeeper/${stage}/name-key`,
    /** `{ "clientSecret": … }`, made by the stack. */
    oidcClientSecret: `shopkeeper/${stage}/oidc-client`,
    dashboard: stack,
  };
};
export type Names = ReturnType<typeof namesFor>;
