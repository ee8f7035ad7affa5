import { CfnOutput, Duration, RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { type Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { PipelineRow } from "../pipeline.ts";
import { acceptFinding } from "./accept-finding.ts";
import type { BrandAccount } from "./brand-account.ts";
import { ConsoleLogin } from "./console-login.ts";
import { type House, StoryFunction } from "./story-function.ts";

/** The web pages: an HTTP API that slows down whoever asks too much, the console's function, and its login. */
export class ConsoleSite extends Construct {
  readonly story: StoryFunction;
  /** Requests that the console answered with an error of its own. */
  readonly serverErrors: Metric;

  constructor(
    scope: Construct,
    id: string,
    row: PipelineRow,
    accounts: readonly BrandAccount[],
    house: House,
  ) {
    super(scope, id);
    const { stage, names } = house;
    const api = new HttpApi(this, "api", { apiName: `${names.stack}-console`, createDefaultStage: false });
    const origin = stage.consoleOrigin ?? api.apiEndpoint;
    const login = new ConsoleLogin(this, "login", { stage, names, origin });
    house.secrets.keepOidcClientSecret(login.clientSecret);

    this.story = new StoryFunction(this, "story", row, house);
    this.story.setEnvironment("BRANDS", accounts.map(({ brand }) => brand).join(","));
    this.story.setEnvironment("CONSOLE_ORIGIN", origin);
    this.story.setEnvironment("OIDC_ISSUER", login.issuer);
    this.story.setEnvironment("OIDC_CLIENT_ID", login.clientId);
    this.story.setEnvironment("OIDC_LOGOUT_URL", login.logoutUrl);
    this.story.setEnvironment("OIDC_GROUP_CLAIM", "cognito:groups");

    const accessLog = new LogGroup(this, "access-log", {
      logGroupName: `/aws/apigateway/${names.stack}-console`,
      retention: stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, "stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: stage.consoleRequestsPerSecond, burstLimit: 2 * stage.consoleRequestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        // No address and no browser: who works when is nobody's business here.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: "$context.requestId",
            at: "$context.requestTime",
            method: "$context.httpMethod",
            status: "$context.status",
            bytes: "$context.responseLength",
            latencyMs: "$context.responseLatency",
            error: "$context.integrationErrorMessage",
          }),
        ),
      },
    });
    const route = new HttpRoute(this, "route", {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("console", this.story.fn),
    });
    acceptFinding(
      route,
      "AwsSolutions-APIG4",
      "The console checks the session on every page itself, so that one app with one login runs here and on one machine; a person without one is sent to the login.",
    );
    this.serverErrors = api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM });
    house.alarms.ring(this, "console-fails", "The console", this.serverErrors);
    new CfnOutput(this, "address", {
      key: "ConsoleAddress",
      value: origin,
      description: "Where agents log in",
    });
  }
}
