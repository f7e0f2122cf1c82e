/** What a route does with a record that is not there, or not within reach: 404. */

export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new Response(null, { status: 404 });
  return record;
}
