/** The text of a PowerPoint file, slide by slide in their order, each with its notes. */
import type { OfficePage } from "./office-page";
import { OfficeParts } from "./office-zip";
import { readXml } from "./xml";

const presentation = "ppt/presentation.xml";

export function readPptx(bytes: Buffer): OfficePage[] {
  const zip = new OfficeParts(bytes);
  const masters = zip
    .names(/^ppt\/slide(?:Masters|Layouts)\/[^/]+\.xml$/)
    .flatMap((name) => shapesOf(zip.read(name) ?? "", false));
  return slidesOf(zip).map((slide, index) => {
    const notes = [...zip.relations(slide).values()].find(({ type }) => type === "notesSlide");
    const texts = [
      ...shapesOf(zip.read(slide) ?? "", true),
      ...(notes ? shapesOf(zip.read(notes.target) ?? "", true) : []),
    ];
    // What stands on the background of the slides is in no slide itself.
    return { text: texts.join("\n"), frames: index === 0 ? masters : [] };
  });
}

function slidesOf(zip: OfficeParts): string[] {
  const relations = zip.relations(presentation);
  const listed: string[] = [];
  readXml(zip.read(presentation) ?? "", {
    open(name, { "r:id": id }) {
      const target = name === "sldId" && id ? relations.get(id)?.target : undefined;
      if (target) listed.push(target);
    },
  });
  return listed.length > 0 ? listed : zip.names(/^ppt\/slides\/slide\d+\.xml$/);
}

/** The texts of the shapes; `all`: also of those that only hold a place on a master. */
function shapesOf(xml: string, all: boolean): string[] {
  const shapes: string[] = [];
  let [shape, isText, isField, holdsPlace, cells] = ["", false, false, false, 0];
  const end = () => {
    if (shape.trim() !== "" && (all || !holdsPlace)) shapes.push(shape.trim());
    shape = "";
    holdsPlace = false;
  };
  if (xml !== "")
    readXml(xml, {
      open(name) {
        if (name === "sp" || name === "graphicFrame") end();
        if (name === "ph") holdsPlace = true;
        if (name === "t") isText = true;
        // The slide's own number, its date.
        if (name === "fld") isField = true;
        if (name === "br") shape += "\n";
        if (name === "tc" && cells++ > 0) shape = `${shape.trimEnd()}\t`;
      },
      close(name) {
        if (name === "t") isText = false;
        if (name === "fld") isField = false;
        if (name === "p") shape += "\n";
        if (name === "tr") cells = 0;
        if (name === "sp" || name === "graphicFrame") end();
      },
      text(text) {
        if (isText && !isField) shape += text;
      },
    });
  end();
  return shapes;
}
