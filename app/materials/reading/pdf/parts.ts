/** What the reader of a PDF asks parts of, as it needs them. */
import { PDFDataRangeTransport } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Begun } from "./begin-pdf";
import type { Part } from "./fetch-part";

/** `onCut`: a part did not come, however often it was asked for. */
export class Parts extends PDFDataRangeTransport {
  private readonly fetchPart: Begun["fetchPart"];
  private readonly onCut: (error: unknown) => void;

  constructor(head: Part, fetchPart: Begun["fetchPart"], onCut: (error: unknown) => void) {
    super(head.total, head.bytes, head.bytes.length === head.total);
    this.fetchPart = fetchPart;
    this.onCut = onCut;
  }

  override requestDataRange(begin: number, end: number): void {
    this.fetchPart(begin, end).then(({ bytes }) => this.onDataRange(begin, bytes), this.onCut);
  }
}
