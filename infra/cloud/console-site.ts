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
import { slug } from "../names.ts";
import type { PipelineRow } from "../pipeline.ts";
import { acceptFinding } from "./accept-finding.ts";
import type { BrandAccount } from "./brand-account.ts";
import { ConsoleLogin } from "./console-login.ts";
import { type House, StoryFunction } from "./story-function.ts";

/** The web pages: an HTTP API that slows down whoever asks too much, the functions that answer, and the login. */
export class ConsoleSite extends Construct {
  readonly stories: readonly StoryFunction[];
  /** Requests that the console answered with an error of its own. */
  readonly serverErrors: Metric;

  constructor(
    scope: Construct,
    id: string,
    rows: readonly PipelineRow[],
    accounts: readonly BrandAccount[],
    house: House,
  ) {
    super(scope, id);
    const { stage, names } = house;
    const api = new HttpApi(this, "api", { apiName: `${names.stack}-console`, createDefaultStage: false });
    const origin = stage.consoleOrigin ?? api.apiEndpoint;
    const login = new ConsoleLogin(this, "login", { stage, names, origin });
    house.secrets.keepOidcClientSecret(login.clientSecret);

    this.stories = rows.map((row) => {
      // The first construct's name is older than the second row: another one would make the function anew.
      const story = new StoryFunction(
        this,
        row.trigger.kind === "http" && row.trigger.under === undefined ? "story" : slug(row),
        row,
        house,
      );
      story.setEnvironment("BRANDS", accounts.map(({ brand }) => brand).join(","));
      story.setEnvironment("CONSOLE_ORIGIN", origin);
      story.setEnvironment("OIDC_LOGOUT_URL", login.logoutUrl);
      if (row.secrets.includes("oidc-client")) {
        story.setEnvironment("OIDC_ISSUER", login.issuer);
        story.setEnvironment("OIDC_CLIENT_ID", login.clientId);
        story.setEnvironment("OIDC_GROUP_CLAIM", "cognito:groups");
      }
      return story;
    });

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
    for (const story of this.stories) {
      const id = slug(story.row);
      const integration = new HttpLambdaIntegration(`${id}-integration`, story.fn);
      for (const { name, key } of routesOf(story.row)) {
        const route = new HttpRoute(this, name, { httpApi: api, routeKey: key, integration });
        acceptFinding(
          route,
          "AwsSolutions-APIG4",
          "The console checks the session on every page itself, so that one app with one login runs here and on one machine; a person without one is sent to the login.",
        );
      }
    }
    this.serverErrors = api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM });
    house.alarms.ring(this, "console-fails", "The console", this.serverErrors);
    new CfnOutput(this, "address", {
      key: "ConsoleAddress",
      value: origin,
      description: "Where agents log in",
    });
  }
}

/** What is under a path, and the path itself; or everything that no other route names. */
function routesOf({ trigger, name }: PipelineRow): readonly { name: string; key: HttpRouteKey }[] {
  if (trigger.kind !== "http") throw new Error(`${name} has no pages`);
  const { under } = trigger;
  if (under === undefined) return [{ name: "route", key: HttpRouteKey.DEFAULT }];
  return [
    { name: `route${under.replaceAll("/", "-")}`, key: HttpRouteKey.with(under) },
    { name: `route${under.replaceAll("/", "-")}-parts`, key: HttpRouteKey.with(`${under}/{part+}`) },
  ];
}
