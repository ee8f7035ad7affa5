import path from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { readBrandAccounts } from "./brands.ts";
import { ComplaintDeskStack } from "./cloud/complaint-desk-stack.ts";
import { readStage } from "./cloud/stage.ts";

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
new ComplaintDeskStack(app, {
  stage: readStage(app.node),
  accounts: readBrandAccounts(path.join(import.meta.dirname, "../brands")),
});
