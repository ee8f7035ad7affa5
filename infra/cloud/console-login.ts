import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolClient,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Names } from "../names.ts";
import type { Stage } from "./stage.ts";

/** What a person may be, as the console knows it from the login's groups. */
const groups = {
  agent: "Answers complaints",
  marketing: "Sees escalations and what people compare us with",
  manager: "Decides outside the mandate and publishes brand files",
  admin: "Switches sending on and sets up people",
} as const;

/** Where the console takes the login's answer, and where a person lands who has logged out. */
const consolePaths = { callback: "/login/callback", afterLogout: "/logged-out" } as const;

/** The login of the people who answer: invited only, second factor always. */
export class ConsoleLogin extends Construct {
  readonly issuer: string;
  readonly clientId: string;
  /** Resolves to the secret at deployment. */
  readonly clientSecret: string;
  readonly logoutUrl: string;

  constructor(scope: Construct, id: string, props: { stage: Stage; names: Names; origin: string }) {
    super(scope, id);
    const { stage, names, origin } = props;
    const pool = new UserPool(this, "people", {
      userPoolName: names.stack,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      // Answers are signed with it.
      standardAttributes: { givenName: { required: true, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Refuses passwords that are known to have leaked, and log-ins that look like somebody else's.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: stage.keepTables,
      removalPolicy: stage.keepTables ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const [groupName, description] of Object.entries(groups))
      new CfnUserPoolGroup(this, groupName, { userPoolId: pool.userPoolId, groupName, description });
    // The account's number makes the name free: login domains are shared by everybody in the region.
    const domain = pool.addDomain("domain", {
      cognitoDomain: { domainPrefix: `${names.stack}-${Aws.ACCOUNT_ID}` },
    });
    // The plain resource, because it hands over the client's secret without a function of its own to fetch it.
    const client = new CfnUserPoolClient(this, "console", {
      userPoolId: pool.userPoolId,
      clientName: "console",
      generateSecret: true,
      allowedOAuthFlowsUserPoolClient: true,
      allowedOAuthFlows: ["code"],
      allowedOAuthScopes: ["openid", "profile"],
      callbackUrLs: [`${origin}${consolePaths.callback}`],
      logoutUrLs: [`${origin}${consolePaths.afterLogout}`],
      supportedIdentityProviders: ["COGNITO"],
      explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      preventUserExistenceErrors: "ENABLED",
      enableTokenRevocation: true,
      accessTokenValidity: 1,
      idTokenValidity: 1,
      refreshTokenValidity: 1,
      tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "days" },
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.ref;
    this.clientSecret = client.attrClientSecret;
    this.logoutUrl = `${domain.baseUrl()}/logout?client_id=${client.ref}&logout_uri=${origin}${consolePaths.afterLogout}`;
  }
}
