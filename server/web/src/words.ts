// The words of the product, and how values are written.

export type Verdict =
  | "PASS"
  | "FAIL"
  | "NOT_EVALUATED"
  | "NOT_APPLICABLE"
  | "MANUAL"
  | "NOT_COVERED"
  | "WAIVED";

export type Severity = "critical" | "high" | "medium" | "low" | "info";

/** In the order of a bar: what is known first, then what is not. */
export const VERDICTS: Verdict[] = [
  "PASS",
  "FAIL",
  "NOT_EVALUATED",
  "MANUAL",
  "NOT_COVERED",
  "NOT_APPLICABLE",
];
export const SEVERITIES: Severity[] = ["critical", "high", "medium", "low", "info"];
export const STATUSES: Verdict[] = ["FAIL", "NOT_EVALUATED", "WAIVED"];
export const CLOUDS: Record<string, string> = {
  aws: "AWS",
  azure: "Azure",
  gcp: "Google Cloud",
};

const VERDICT_WORDS: Record<Verdict, string> = {
  PASS: "Pass",
  FAIL: "Fail",
  NOT_EVALUATED: "Not evaluated",
  NOT_APPLICABLE: "Not applicable",
  MANUAL: "Manual",
  NOT_COVERED: "Not covered",
  WAIVED: "Waived",
};
const VERDICT_SIGNS: Record<Verdict, string> = {
  PASS: "✓",
  FAIL: "✕",
  NOT_EVALUATED: "?",
  NOT_APPLICABLE: "–",
  MANUAL: "✎",
  NOT_COVERED: "○",
  WAIVED: "‖",
};

export const word = (verdict: string): string => VERDICT_WORDS[verdict as Verdict] ?? verdict;
export const sign = (verdict: string): string => VERDICT_SIGNS[verdict as Verdict] ?? "·";

export function count(many: number, one: string, several = `${one}s`): string {
  return `${number(many)} ${many === 1 ? one : several}`;
}

export const number = (value: number): string => value.toLocaleString("en");

/** A share, never rounded up to all nor down to nothing. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "99 %";
  if (rounded === 0 && share > 0) return "1 %";
  return `${rounded} %`;
}

export function moment(text: string | null | undefined): Date | undefined {
  if (!text) return undefined;
  const date = new Date(text.replace(/\[.*\]$/, ""));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A time in UTC, as all times here are. */
export function time(text: string | null | undefined): string {
  const date = moment(text);
  return date ? `${date.toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
}

const STEPS: [number, Intl.RelativeTimeFormatUnit][] = [
  [31536000, "year"],
  [2592000, "month"],
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
];

export function ago(text: string | null | undefined, now = Date.now()): string {
  const date = moment(text);
  if (!date) return "";
  const seconds = (date.getTime() - now) / 1000;
  const form = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const [size, unit] of STEPS) {
    if (Math.abs(seconds) >= size) return form.format(Math.trunc(seconds / size), unit);
  }
  return "just now";
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A day from now, as date fields write it. */
export function day(fromNow: number): string {
  return new Date(Date.now() + fromNow * 86400000).toISOString().slice(0, 10);
}

/** The last part of a uid: what people call a thing that has no name. */
export function short(uid: string): string {
  const part = uid.split(/[/:|]/).filter(Boolean).at(-1);
  return part ?? uid;
}

/** A title with its version, once: some titles have it in them. */
export function titled(title: string, version: string): string {
  return title.includes(version) ? title : `${title} ${version}`;
}

export function looksLikeUid(text: string): boolean {
  return /^(arn:|\/subscriptions\/|\/providers\/|\/\/[a-z.]+\.googleapis\.com\/)/.test(text);
}

/** `defaultEncryption`, `expected_days` -> "Default encryption", "Expected days". */
export function spaced(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase()
    .split(" ")
    .map((w) => ACRONYMS.get(w) ?? w)
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ACRONYMS = new Map(
  ["ACL", "ACLs", "ARN", "IP", "IPs", "IPv4", "IPv6", "KMS", "MFA", "TLS", "URL", "VPC", "ID",
    "API", "CIDR", "DNS", "SSH", "HTTP", "HTTPS", "SNS", "IAM", "EC2", "AWS", "SSL", "EBS", "IMDS",
    "IMDSv2", "SQL", "AZ", "CPU", "CORS", "SAML", "OIDC"]
    .map((w) => [w.toLowerCase(), w]),
);

/** `AwsS3Bucket` -> "S3 bucket"; the cloud is told beside it. */
export function kind(label: string): string {
  const parts = label
    .replace(/^(Aws|Azure|Gcp)(?=[A-Z])/, "")
    .replace("CloudTrail", "Cloudtrail")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(" ")
    .map((w, i) => NAMES.get(w) ?? CAPITALS.get(w) ?? (i ? w.toLowerCase() : w));
  return parts.join(" ");
}

/** Services that write themselves in their own way. */
const NAMES = new Map(
  ["CloudTrail", "CloudFront", "CloudWatch", "CloudFormation", "DynamoDB", "OpenSearch",
    "EventBridge", "GuardDuty", "SageMaker", "BigQuery", "CosmosDB", "ElastiCache", "Gateway"]
    .map((w) => [w.charAt(0) + w.slice(1).toLowerCase(), w]),
);
const CAPITALS = new Map(
  ["Iam", "Rest", "Kms", "Sns", "Sqs", "Rds", "Efs", "Ecs", "Ecr", "Eks", "Ebs", "Vpc", "Acm", "Elb", "Waf",
    "Ip", "Api", "Dns", "Mfa", "Http", "Ssm", "Saml", "Oidc", "Sql", "Nat", "Url", "Db", "Acl",
    "Ec2", "S3"]
    .map((w) => [w, w.toUpperCase()]),
);
