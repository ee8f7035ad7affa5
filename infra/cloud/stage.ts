import type { Node } from "constructs";
import * as z from "zod";

/** What differs between a stage to try things in and the one that customers meet. Written in cdk.json. */
const Settings = z.strictObject({
  /** Tables, keys and logins survive the deletion of the stack, and tables refuse to be deleted. */
  keepTables: z.boolean(),
  /** Logs are kept this many days. They hold ids, never words or names. */
  logDays: z.union([z.literal(1), z.literal(3), z.literal(7), z.literal(14), z.literal(30), z.literal(90)]),
  /** How often a channel is asked for what is new. Whole minutes: EventBridge Scheduler knows nothing finer. */
  pollSeconds: z.int().min(60).multipleOf(60),
  /** More requests than this, with twice as many in a burst, are turned away. */
  consoleRequestsPerSecond: z.int().min(1),
  /** `https://care.example.com` where the console has an address of its own; else the API's. */
  consoleOrigin: z.url({ protocol: /^https$/ }).optional(),
});

export type Stage = { readonly name: string } & z.infer<typeof Settings>;

const Name = z
  .string()
  .regex(/^[a-z][a-z0-9]{1,11}$/, "a stage is named in 2 to 12 lower-case letters and digits");

/**
 * Reads the stage that `-c stage=…` names.
 *
 * @throws {Error} when cdk.json does not describe it
 */
export function readStage(node: Node): Stage {
  const name = Name.parse(node.tryGetContext("stage"));
  const stages = z.record(z.string(), z.unknown()).parse(node.tryGetContext("stages"));
  const settings = Settings.safeParse(stages[name]);
  if (!settings.success)
    throw new Error(
      `The stage "${name}" in cdk.json is wrong or missing:\n${z.prettifyError(settings.error)}`,
    );
  return { name, ...settings.data };
}
