// The door of the record: entries, their bytes and leaves, the tree and its proofs, notes, the fold, bundles and what checks them. Pure.
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./bytes/base64.ts";
export { canonicalBytes, canonicalValue, parseCanonical } from "./bytes/canonical-bytes.ts";
export { commit, openingBytes, parseOpening, SALT_BYTES } from "./bytes/commitment.ts";
export type { Opening, Sha256 } from "./bytes/commitment.ts";
export { newEntryId, parseEntryId, rowId } from "./bytes/entry-id.ts";
export type { EntryId } from "./bytes/entry-id.ts";
export {
  leafBytes,
  LONGEST_LEAF,
  MOST_FIELDS,
  MOST_PARENTS,
  MOST_ROWS,
  parseLeaf,
} from "./bytes/leaf.ts";
export type { Leaf } from "./bytes/leaf.ts";
export { fromUtf8, toUtf8 } from "./bytes/utf8.ts";
export { BUNDLE_FORMAT, evidenceBundle } from "./bundle/evidence-bundle.ts";
export type { BundleInput } from "./bundle/evidence-bundle.ts";
export { tar, untar } from "./bundle/tar.ts";
export type { Files } from "./bundle/tar.ts";
export { batchRefusals, refusals } from "./fold/admit.ts";
export type { Admitting } from "./fold/admit.ts";
export { asOf, headAt, knownAt, publications } from "./fold/as-of.ts";
export type { AsOfView, KnownAt, Publications } from "./fold/as-of.ts";
export { hiddenBy, withHidden } from "./fold/hidden.ts";
export type { HiddenByEntry } from "./fold/hidden.ts";
export { fold } from "./fold/fold.ts";
export type { Folded } from "./fold/fold.ts";
export { allReportsWithdrawn, EMPTY_STATE, goesOnAs, thingsOf } from "./fold/state.ts";
export type { Change, Merge, RecordState, Review, Stamp, Thing } from "./fold/state.ts";
export type { Fields } from "./kinds/check-fields.ts";
export { commitEntry } from "./kinds/commit-entry.ts";
export type { CommittedEntry, CommittedRow, Committing, Openings } from "./kinds/commit-entry.ts";
export type { ReviewState } from "./kinds/decision.ts";
export { draftJson, parseDraft } from "./kinds/entry.ts";
export type { Draft, Entry, Row } from "./kinds/entry.ts";
export { classOf } from "./kinds/field-class.ts";
export type { Classes } from "./kinds/field-class.ts";
export type { FieldClass } from "./kinds/kind-rule.ts";
export { isKind, KINDS, ruleOf } from "./kinds/kinds.ts";
export type { Kind } from "./kinds/kinds.ts";
export { project, PUBLIC_VIEWER } from "./kinds/project.ts";
export type { ProjectedEntry, ProjectedRow, Viewer } from "./kinds/project.ts";
export { readProjected } from "./kinds/read-projected.ts";
export { redactOpenings } from "./kinds/redact.ts";
export { checkCheckpoint, checkpointText, parseCheckpoint } from "./note/checkpoint.ts";
export type { Checkpoint, SignedCheckpoint } from "./note/checkpoint.ts";
export { formatInclusion, parseInclusion } from "./note/inclusion-text.ts";
export {
  consistencyJson,
  inclusionJson,
  parseConsistencyJson,
  parseInclusionJson,
} from "./note/proof-json.ts";
export { checkNote, formatNote, parseNote } from "./note/signed-note.ts";
export type { NoteSignature, SignedNote, VerifyEd25519 } from "./note/signed-note.ts";
export { formatVkey, parseVkey, verifierKey } from "./note/vkey.ts";
export type { VerifierKey } from "./note/vkey.ts";
export { RECORD_CODES } from "./problem.ts";
export type { Checked, RecordCode, RecordProblem } from "./problem.ts";
export type { RecordSeeds } from "./seed-entries/record-seeds.ts";
export { seedsToDrafts } from "./seed-entries/seeds-to-drafts.ts";
export { standing } from "./seed-entries/standing.ts";
export type { Aside, Standing } from "./seed-entries/standing.ts";
export { thingsToSeeds } from "./seed-entries/things-to-seeds.ts";
export type { SeedThing } from "./seed-entries/things-to-seeds.ts";
export { appendLeaf, EMPTY_FRONTIER, frontierRoot } from "./tree/frontier.ts";
export type { Frontier } from "./tree/frontier.ts";
export { leafHash, nodeHash } from "./tree/hash-tree.ts";
export {
  checkConsistency,
  checkInclusion,
  proveConsistency,
  proveInclusion,
  treeRoot,
} from "./tree/proof.ts";
export type { ConsistencyClaim, HashSource, InclusionClaim, ReadHash } from "./tree/proof.ts";
export {
  bundleEntries,
  parseTilePath,
  splitEntries,
  tileBytes,
  tilePath,
  tileReader,
  tilesSince,
} from "./tree/tile.ts";
export type { Tile } from "./tree/tile.ts";
export { verifyBundle } from "./verify/verify-bundle.ts";
export { growTree, readSigned, verifyLog } from "./verify/verify-log.ts";
export type { Verifying } from "./verify/verify-log.ts";
