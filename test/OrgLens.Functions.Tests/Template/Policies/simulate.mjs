// Judges every row of a matrix with @cloud-copilot/iam-simulate: simulate.mjs RESOLVED.json MATRIX.json. Prints one verdict a row.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.env.POLICY_SIMULATOR + "/package.json"));
const { runSimulation } = await import(pathToFileURL(require.resolve("@cloud-copilot/iam-simulate")));

const [stacks, matrix] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, "utf8")));
const resources = Object.entries(stacks).flatMap(([stack, all]) => Object.values(all).map((resource) => ({ ...resource, stack })));
const everything = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** The policies that are resources of their own. */
const attachedTo = (role) => resources.filter((each) => each.type === "AWS::IAM::RolePolicy" && each.properties.RoleName === role.ref && each.account === role.account).map((each) => each.properties);

/** The role, user or service that a row is about: its ARN or name, its own policies, and what AWS says about it in every request. */
function principal(who) {
  if (who.endsWith(".amazonaws.com")) {
    return { arn: who, policies: [], context: { "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": who } };
  }
  const outsider = matrix.principals[who];
  const [stack, id] = who.split("/");
  const role = outsider ?? stacks[stack]?.[id];
  if (!role) throw new Error(`nobody is called ${who}`);
  const context = { "aws:PrincipalArn": role.arn, "aws:PrincipalAccount": role.arn.split(":")[4] };
  const organization = outsider ? outsider.organization : matrix.organization;
  if (organization) context["aws:PrincipalOrgID"] = organization;
  const policies = outsider
    ? [{ name: "Everything", policy: everything }]
    : [...(role.properties.Policies ?? []), ...attachedTo(role)].map((policy) => ({ name: policy.PolicyName, policy: policy.PolicyDocument }));
  return { arn: role.arn, policies, context };
}

/** A function's own policy, which its permissions make up. */
function permissions(owner) {
  const given = resources.filter((each) => each.type === "AWS::Lambda::Permission" && each.stack === owner.stack && [owner.ref, owner.arn].includes(each.properties.FunctionName));
  if (owner.type !== "AWS::Lambda::Function" || given.length === 0) return undefined;
  const conditions = ({ SourceAccount, SourceArn }) => ({
    ...(SourceAccount && { StringEquals: { "aws:SourceAccount": SourceAccount } }),
    ...(SourceArn && { ArnLike: { "aws:SourceArn": SourceArn } }),
  });
  return {
    Version: "2012-10-17",
    Statement: given.map(({ properties }) => ({
      Effect: "Allow", Principal: { Service: properties.Principal }, Action: properties.Action, Resource: owner.arn, Condition: conditions(properties),
    })),
  };
}

/** The resource's own policy and account; a bucket's policy is also that of its objects. */
function target(arn) {
  const owner = resources.find((each) => each.arn && (arn === each.arn || (each.type === "AWS::S3::Bucket" && arn.startsWith(each.arn + "/"))));
  if (!owner) return { account: arn.split(":")[4], policy: undefined };
  const lists = (members) => (Array.isArray(members) ? members : [members]).includes(owner.ref) || (Array.isArray(members) ? members : [members]).includes(owner.arn);
  const attached = resources.find((each) => each.stack === owner.stack && (
    (each.type === "AWS::S3::BucketPolicy" && lists(each.properties.Bucket))
    || (each.type === "AWS::SQS::QueuePolicy" && lists(each.properties.Queues))
    || (each.type === "AWS::SNS::TopicPolicy" && lists(each.properties.Topics))
    || (each.type === "AWS::Events::EventBusPolicy" && lists(each.properties.EventBusName))));
  const document = owner.properties.KeyPolicy ?? owner.properties.AssumeRolePolicyDocument ?? attached?.properties.PolicyDocument ?? permissions(owner);
  const statement = attached?.type === "AWS::Events::EventBusPolicy" ? { Version: "2012-10-17", Statement: [{ Sid: attached.properties.StatementId, ...attached.properties.Statement }] } : document;
  return { account: owner.account, policy: statement };
}

const fill = (text) => text.replace(/\{([^}]+)\}/g, (_, name) => {
  const [stack, id] = name.split("/");
  const found = stacks[stack]?.[id]?.arn;
  if (!found) throw new Error(`there is no ${name} with an ARN`);
  return found;
});

const verdicts = [];
for (const row of matrix.rows) {
  const { arn, policies, context } = principal(row.who);
  const resource = fill(row.on);
  const { account, policy } = target(resource);
  const with_ = Object.fromEntries(Object.entries(row.with ?? {}).map(([key, value]) => [key, Array.isArray(value) ? value.map(fill) : fill(value)]));
  const simulation = {
    request: { principal: arn, action: row.action, resource: { resource, accountId: account || arn.split(":")[4] }, contextVariables: { "aws:SecureTransport": "true", ...context, ...with_ } },
    identityPolicies: policies,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: policy,
  };
  // The simulator has no keys for the pairs of an encryption context: both sides call them by another key of any name.
  const outcome = await runSimulation(JSON.parse(JSON.stringify(simulation).replaceAll("kms:EncryptionContext:", "aws:RequestTag/")), {});
  const ignored = (outcome.result ?? outcome.results?.[0])?.ignoredContextKeys ?? [];
  verdicts.push(outcome.resultType === "error" || ignored.length > 0
    ? { row: row.why, verdict: "Invalid", detail: JSON.stringify(outcome.errors ?? { ignored }) }
    : { row: row.why, verdict: outcome.overallResult, detail: "" });
}
process.stdout.write(JSON.stringify(verdicts, null, 1));
