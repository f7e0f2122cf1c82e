/** The address of an S3-compatible server, as one setting: s3://KEY:SECRET@host:port/bucket?region=...&pathStyle=1&ssl=0. */

export interface StoreAddress {
  endpoint: string;
  bucket: string;
  region: string;
  /** The bucket stands in the path and not before the host's name. */
  pathStyle: boolean;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Null: it is no such address. */
export function readStoreUrl(text: string): StoreAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, host, pathname, searchParams } = new URL(text);
  const bucket = pathname.slice(1);
  if (protocol !== "s3:" || !username || !password || !host || !/^[a-z\d][a-z\d.-]{2,62}$/.test(bucket)) {
    return null;
  }
  return {
    endpoint: `${searchParams.get("ssl") === "0" ? "http" : "https"}://${host}`,
    bucket,
    region: searchParams.get("region") ?? "us-east-1",
    pathStyle: searchParams.get("pathStyle") !== "0",
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  };
}
