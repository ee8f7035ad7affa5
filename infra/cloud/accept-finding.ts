import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/**
 * Accepts one finding of the security rules on one resource, with the reason beside it.
 *
 * @param id rule and finding, such as `AwsSolutions-SMG4`
 * @param reason why it is right here, for the reader who finds it in a review
 */
export function acceptFinding(resource: IConstruct, id: string, reason: string): void {
  Validations.of(resource).acknowledge({ id, reason });
}
