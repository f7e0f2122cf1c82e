/** Where a request comes from, as our own server (host/web.ts) wrote it into headers that it never takes from outside. */
import type { Actor } from "./actor";

export function callerOf(request: { headers: Headers }): Actor["from"] {
  return {
    address: request.headers.get("X-Client-Address") ?? undefined,
    device: request.headers.get("User-Agent")?.slice(0, 300),
    requestId: request.headers.get("X-Request-Id") ?? undefined,
  };
}
