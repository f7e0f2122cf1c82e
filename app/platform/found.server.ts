/** What a route does with a record that is not there, or not within reach: 404. */

export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new Response(null, { status: 404 });
  return record;
}

/** A record's id out of the address. What is no id names no record: 404, before the database stumbles over it. */
export function idIn(param: string | undefined): string {
  if (!param || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(param))
    throw new Response(null, { status: 404 });
  return param;
}
