// VERIFY.md of every bundle: how a stranger checks it with tools that are not ours. A table of data for prose.

export const VERIFY_PAGE = `# How to check this bundle without trusting whoever gave it to you

You need the log's key from somewhere else than this bundle: a printed page, another site, a person. Compare it with the file
\`vkey\`. If they differ, stop.

1. Every file is the one that was packed: \`sha256sum -c SHA256SUMS\`
2. Signature, leaves, proofs and openings, by a program that shares no code with the one that wrote them
   (Debian: \`apt install golang-go golang-golang-x-mod-dev\`; its source is in \`verify/\` of Truceline):
   \`GO111MODULE=off GOPATH=/usr/share/gocode go build -o check ./verify && ./check -vkey "$(cat vkey-from-elsewhere)" bundle.tar\`
3. A time stamp, if there is one:
   \`openssl ts -verify -data checkpoint -in checkpoint.tsr -CAfile chain.pem\`

What the files are:

- \`checkpoint\`: how many entries the log had and the root of its tree, signed. C2SP tlog-checkpoint.
- \`keys\`: if the log ever changed its key, notes signed by both the key before and the one after; the program follows them from the
  key that you hold.
- \`entries/N/leaf.json\`: entry N as it stands in the log. Each field is a hash: of \`truceline-field-v1\`, a zero byte, 32 random
  bytes and the value.
- \`entries/N/FIELD.opening\`: exactly those bytes, so the SHA-256 of the file, in base64url, is what the leaf says for FIELD.
  For a sealed entry, \`entry.opening\` holds the whole entry, whose fields the other openings open.
- \`entries/N/proof.*\`: that the leaf is in the tree of the checkpoint, in three forms.
- \`consistency/M.json\`: that the tree extends the one of M entries, for whoever holds that older checkpoint.
- \`manifest.json\`: what is here and which fields are withheld or redacted.

What this does not show: that an account is true. It shows what was recorded, and that it was not changed since.
`;
