import * as z from "zod";
import { ofType, type Resources, text } from "./synthesise.ts";

const Statement = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Action: z.union([z.array(z.string()), z.string().transform((one) => [one])]),
  Resource: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
type Statement = z.infer<typeof Statement>;
const Policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.unknown()),
});
const FunctionProps = z.object({ FunctionName: z.string(), Role: z.unknown() });

/** What a caller wants; `context` are the condition keys that the service would send. */
type Ask = {
  readonly action: string;
  /** As `text()` writes it. */
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
};

/** The role of a function, as IAM would judge it by the template alone. Knows Allow with StringEquals, which is all we use. */
export function roleOf(resources: Resources, functionName: string) {
  const fn = ofType(resources, "AWS::Lambda::Function")
    .map(([, props]) => FunctionProps.parse(props))
    .find((each) => each.FunctionName === functionName);
  if (fn === undefined) throw new Error(`there is no function ${functionName}`);
  const role = text(fn.Role).replace(/\.Arn\}$/, "}");
  const statements = ofType(resources, "AWS::IAM::Policy")
    .map(([, props]) => Policy.parse(props))
    .filter((policy) => policy.Roles.map(text).includes(role))
    .flatMap((policy) => policy.PolicyDocument.Statement);
  return {
    statements,
    /** Every action that it may do on anything at all. */
    actions: new Set(statements.flatMap((statement) => statement.Action)),
    resourcesFor: (action: string): readonly string[] =>
      statements
        .filter((statement) => statement.Action.includes(action))
        .flatMap((each) => each.Resource.map(text)),
    may: (ask: Ask): boolean => statements.some((statement) => allows(statement, ask)),
  };
}

function allows(statement: Statement, ask: Ask): boolean {
  if (statement.Effect === "Deny") throw new Error("this reader of policies does not know Deny");
  return (
    statement.Action.includes(ask.action) &&
    statement.Resource.map(text).includes(ask.resource) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => {
      if (operator !== "StringEquals") throw new Error(`this reader of policies does not know ${operator}`);
      return Object.entries(keys).every(([key, wanted]) => {
        const given = ask.context?.[key];
        const allowed = Array.isArray(wanted) ? wanted.map(text) : [text(wanted)];
        return given !== undefined && allowed.includes(given);
      });
    })
  );
}
