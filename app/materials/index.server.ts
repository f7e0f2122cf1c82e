/** What other rooms may use of materials on the server. */
export { removeLeftCopies } from "./intake/checked-file.server";
export { materialUpload } from "./intake/material-upload.server";
export { searchMaterials } from "./list/material-choices.server";
export { materialFileOwners } from "./material-file-owners.server";
export { findMaterial, type MaterialRecord } from "./material-record.server";
export { addMaterial } from "./materials.server";
export { listOverdue, listToAcknowledge } from "./receipts/waiting.server";
export { listWaitingMaterials } from "./review/waiting.server";
export { inTextsEntry } from "./search/in-texts";
