import * as z from "zod";
import { BrandFile, Playbook, Situation } from "../../complaint/playbook.ts";
import { BaseName } from "./bases.ts";
import { MorePhrases } from "./check-extending.ts";
import { fieldWords } from "./field-words.ts";

/** A situation as it is written: whole, or a change of one that is extended. */
const WrittenSituation = Situation.partial().required({ id: true }).extend({
  name: Situation.shape.name.nullable(),
  recogniseAlso: MorePhrases.optional(),
  owed: Situation.shape.owed.nullable(),
  ask: Situation.shape.ask.nullable(),
  prefer: Situation.shape.prefer.nullable(),
  avoid: Situation.shape.avoid.nullable(),
});
const WrittenFile = BrandFile.extend({
  playbook: Playbook.extend({
    extends: z.array(BaseName).min(1).optional(),
    leaveOut: z.array(z.string()).optional(),
    situations: z.array(WrittenSituation).optional(),
  }),
});

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * JSON Schema of a brand file as it is written, for an editor that completes names and shows what each means. What
 * only the whole can show (ids used twice, what an extended situation lacks) is for `shopkeeper playbook check`.
 */
export function brandSchema(): Schema {
  const schema: Schema = { ...z.toJSONSchema(WrittenFile, { io: "input" }), title: "Shopkeeper brand file" };
  describe(schema);
  const { properties } = schema;
  const playbook = isSchema(properties) ? properties["playbook"] : undefined;
  // Without a base every situation must be whole.
  if (isSchema(playbook)) {
    playbook["if"] = { not: { required: ["extends"] } };
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema.
    playbook["then"] = {
      required: ["situations"],
      properties: {
        situations: { minItems: 1, items: { required: z.toJSONSchema(Situation).required ?? [] } },
      },
    };
  }
  return schema;
}

/** Each named part gets its words, wherever in the file it stands. */
function describe(schema: Schema): void {
  const { properties } = schema;
  for (const [name, part] of Object.entries(isSchema(properties) ? properties : {})) {
    const words = fieldWords[name];
    if (words !== undefined && isSchema(part)) part["description"] = words;
  }
  for (const [name, part] of Object.entries(schema)) {
    if (name === "properties" && isSchema(part))
      for (const one of Object.values(part)) isSchema(one) && describe(one);
    else if (isSchema(part)) describe(part);
    else if (Array.isArray(part)) for (const one of part) if (isSchema(one)) describe(one);
  }
}
