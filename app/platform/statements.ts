/** Names for statements that come again: PostgreSQL reads and plans each of them once for a connection. */

/** As many as a connection may hold prepared: each keeps its plan in memory. */
const mostNamed = 300;
/** Texts made for one question (lists of ids of every length) must not gather here. */
const mostNoticed = 2_000;

/** The name under which to prepare this text; none for one that was not asked before. */
export class StatementNames {
  private readonly named = new Map<string, string>();
  private readonly noticed = new Set<string>();

  nameOf(text: string): string | undefined {
    const known = this.named.get(text);
    if (known || this.named.size === mostNamed) return known;
    if (!this.noticed.has(text)) {
      if (this.noticed.size === mostNoticed) this.noticed.clear();
      this.noticed.add(text);
      return undefined;
    }
    this.noticed.delete(text);
    const name = `named_${this.named.size + 1}`;
    this.named.set(text, name);
    return name;
  }
}
