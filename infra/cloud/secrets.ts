import { RemovalPolicy, SecretValue, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { CfnSecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { Names } from "../names.ts";
import type { PipelineRow } from "../pipeline.ts";
import { acceptFinding } from "./accept-finding.ts";
import { type BrandAccount, brandsOn } from "./brand-account.ts";
import type { Stage } from "./stage.ts";
import type { StoryFunction } from "./story-function.ts";

type HouseSecretsProps = {
  readonly stage: Stage;
  readonly names: Names;
  /** Encrypts every secret. */
  readonly key: Key;
  readonly accounts: readonly BrandAccount[];
};

/**
 * Tokens and keys. A channel's secret is created here, empty, under the name in the brand file, and a person puts the
 * token in (docs/operations.md): so its key and its readers are in the template, and its value is in no template, no
 * parameter and no history. The name key is made up here, once.
 */
export class HouseSecrets extends Construct {
  readonly #props: HouseSecretsProps;
  /** By the name in the brand file. */
  readonly #channel = new Map<string, Secret>();
  readonly #nameKey: Secret;
  #oidcClient: Secret | undefined;

  constructor(scope: Construct, id: string, props: HouseSecretsProps) {
    super(scope, id);
    this.#props = props;
    for (const channel of ["facebook", "x"] as const)
      for (const account of brandsOn(props.accounts, channel)) {
        const name = account.channels[channel]?.secret;
        // Two brands of one house may share an app and its keys.
        if (name !== undefined && !this.#channel.has(name))
          this.#channel.set(name, this.#empty(account.brand, channel, name));
      }
    this.#nameKey = this.#kept("name-key", {
      secretName: props.names.nameKeySecret,
      description:
        "Makes names unreadable where they are looked up by. Never changed: that means importing again.",
      generateSecretString: {
        secretStringTemplate: "{}",
        generateStringKey: "nameKey",
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    acceptFinding(
      this.#nameKey,
      "AwsSolutions-SMG4",
      "A new name key would make every customer that was imported before unfindable; it changes only with a new import.",
    );
  }

  /** The console's client secret at the login, copied from the login itself so that no person handles it. */
  keepOidcClientSecret(clientSecret: string): void {
    this.#oidcClient = this.#kept("oidc-client", {
      secretName: this.#props.names.oidcClientSecret,
      description: "The console's client secret at the login.",
      secretObjectValue: { clientSecret: SecretValue.resourceAttribute(clientSecret) },
    });
    acceptFinding(
      this.#oidcClient,
      "AwsSolutions-SMG4",
      "Cognito gives the value and cannot rotate it by itself; with PKCE it is a second lock, and a new client makes a new one.",
    );
  }

  /** Lets a function read the secrets that its row names, for every brand that has them, and nothing else. */
  grant(fn: StoryFunction, row: PipelineRow): void {
    if (row.secrets.includes("name-key"))
      fn.setEnvironment("NAME_KEY_SECRET", this.#props.names.nameKeySecret);
    if (row.secrets.includes("oidc-client"))
      fn.setEnvironment("OIDC_CLIENT_SECRET_NAME", this.#props.names.oidcClientSecret);
    const readable = row.secrets.flatMap((kind) => this.#ofKind(kind));
    if (readable.length === 0) return;
    fn.allow(
      new PolicyStatement({
        actions: ["secretsmanager:GetSecretValue"],
        resources: readable.map((secret) => secret.secretArn),
      }),
    );
    fn.allow(
      new PolicyStatement({
        actions: ["kms:Decrypt"],
        resources: [this.#props.key.keyArn],
        conditions: {
          StringEquals: { "kms:ViaService": `secretsmanager.${Stack.of(this).region}.amazonaws.com` },
        },
      }),
    );
  }

  #ofKind(kind: PipelineRow["secrets"][number]): readonly Secret[] {
    if (kind === "name-key") return [this.#nameKey];
    if (kind === "oidc-client") return this.#oidcClient === undefined ? [] : [this.#oidcClient];
    const named = this.#props.accounts.flatMap(({ channels }) => channels[kind]?.secret ?? []);
    return [...new Set(named)].flatMap((name) => this.#channel.get(name) ?? []);
  }

  #empty(brand: string, channel: "facebook" | "x", secretName: string): Secret {
    const secret = this.#kept(`${brand}-${channel}`, {
      secretName,
      description: `The tokens of ${brand} on ${channel}. Put in by hand: docs/operations.md, "Tokens".`,
    });
    // Without this a random password would be made up, and an empty secret is easier to tell from a wrong one.
    const resource = secret.node.defaultChild;
    if (resource instanceof CfnSecret) resource.generateSecretString = undefined;
    acceptFinding(
      secret,
      "AwsSolutions-SMG4",
      "A page or user token is given by the platform to a person who logs in there; nothing here could ask for a new one. shopkeeper doctor checks that it is valid and when it ends.",
    );
    return secret;
  }

  #kept(id: string, props: ConstructorParameters<typeof Secret>[2]): Secret {
    return new Secret(this, id, {
      ...props,
      encryptionKey: this.#props.key,
      removalPolicy: this.#props.stage.keepTables ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
