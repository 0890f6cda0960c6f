// Evidence bundles: every leaf in the tree, every opening in its leaf, every file accounted for.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	openingPrefix = "truceline-field-v1\x00"
	saltBytes     = 32
	proofHeader   = "c2sp.org/tlog-proof@v1\n"
)

var (
	entryFile       = regexp.MustCompile(`^entries/(0|[1-9][0-9]{0,15})/(leaf\.json|proof\.json|proof\.spicy|proof\.tlog-proof|([A-Za-z0-9]+)\.opening)$`)
	consistencyFile = regexp.MustCompile(`^consistency/([0-9]+)\.json$`)
	blobFile        = regexp.MustCompile(`^blobs/([0-9a-f]{64})$`)
	topFile         = regexp.MustCompile(`^(SHA256SUMS|VERIFY\.md|chain\.pem|checkpoint|checkpoint\.tsr|keys|manifest\.json|prov\.json|vkey)$`)
)

// leaf is what this program reads of an entry's leaf; the hash covers all of it.
type leaf struct {
	Kind   string            `json:"kind"`
	Fields map[string]string `json:"fields"`
}

// bundle is an opened bundle while it is checked.
type bundle struct {
	files    map[string][]byte
	tree     tlog.Tree
	problems []string
}

func (b *bundle) report(format string, args ...any) {
	b.problems = append(b.problems, fmt.Sprintf(format, args...))
}

func checkBundle(files map[string][]byte, opts options) []string {
	b := &bundle{files: files, problems: checkSums(files)}
	known, err := followKeys(files["keys"], opts.key, opts.vkey)
	if err != nil {
		return append(b.problems, err.Error())
	}
	tree, err := openCheckpoint(files["checkpoint"], known.newest)
	if err != nil {
		return append(b.problems, err.Error())
	}
	b.tree = tree
	indexes := map[int64]bool{}
	for _, name := range names(files) {
		b.checkFile(name, indexes)
	}
	for index := range indexes {
		b.checkEntry(index)
	}
	return b.problems
}

// checkFile sorts a file by its name; entries are checked whole, later.
func (b *bundle) checkFile(name string, indexes map[int64]bool) {
	if match := entryFile.FindStringSubmatch(name); match != nil {
		index, err := strconv.ParseInt(match[1], 10, 64)
		if err != nil {
			b.report("%s: no index", name)
			return
		}
		indexes[index] = true
		return
	}
	if match := consistencyFile.FindStringSubmatch(name); match != nil {
		b.checkConsistency(name, match[1])
		return
	}
	if match := blobFile.FindStringSubmatch(name); match != nil {
		if fmt.Sprintf("%x", sha256.Sum256(b.files[name])) != match[1] {
			b.report("%s: another hash", name)
		}
		return
	}
	if !topFile.MatchString(name) {
		b.report("%s: no file of a bundle", name)
	}
}

func (b *bundle) checkEntry(index int64) {
	folder := fmt.Sprintf("entries/%d/", index)
	content, ok := b.files[folder+"leaf.json"]
	if !ok {
		b.report("%s: no leaf", folder)
		return
	}
	hash := tlog.RecordHash(content)
	b.checkProof(folder+"proof.tlog-proof", proofHeader, index, hash)
	b.checkProof(folder+"proof.spicy", "", index, hash)
	b.checkJSON(folder+"proof.json", index, hash)
	outer, err := readLeaf(content)
	if err != nil {
		b.report("%sleaf.json: %v", folder, err)
		return
	}
	b.checkOpenings(folder, outer)
}

// checkProof reads header, index line, hashes, an empty line, and the checkpoint verbatim.
func (b *bundle) checkProof(name, header string, index int64, hash tlog.Hash) {
	text, ok := b.files[name]
	if !ok || !bytes.HasPrefix(text, []byte(header)) {
		b.report("%s: missing, or without its header", name)
		return
	}
	parts := strings.SplitN(strings.TrimPrefix(string(text), header), "\n\n", 2)
	if len(parts) != 2 || parts[1] != string(b.files["checkpoint"]) {
		b.report("%s: not of this checkpoint", name)
		return
	}
	lines := strings.Split(parts[0], "\n")
	if lines[0] != fmt.Sprintf("index %d", index) {
		b.report("%s: not of index %d", name, index)
		return
	}
	b.checkPath(name, lines[1:], index, hash)
}

func (b *bundle) checkPath(name string, path []string, index int64, hash tlog.Hash) {
	proof, err := parseHashes(path)
	if err == nil {
		err = tlog.CheckRecord(proof, b.tree.N, b.tree.Hash, index, hash)
	}
	if err != nil {
		b.report("%s: leaf %d is not in the tree: %v", name, index, err)
	}
}

func (b *bundle) checkJSON(name string, index int64, hash tlog.Hash) {
	var proof struct {
		TreeSize, LeafIndex int64
		LeafHash, RootHash  string
		InclusionPath       []string
	}
	if err := json.Unmarshal(b.files[name], &proof); err != nil {
		b.report("%s: %v", name, err)
		return
	}
	isOurs := proof.TreeSize == b.tree.N && proof.LeafIndex == index &&
		proof.LeafHash == hash.String() && proof.RootHash == b.tree.Hash.String()
	if !isOurs {
		b.report("%s: says another leaf, size or root", name)
		return
	}
	b.checkPath(name, proof.InclusionPath, index, hash)
}

// checkOpenings wants each opening to hash to what the leaf says; a sealed leaf opens to the entry behind it first.
func (b *bundle) checkOpenings(folder string, outer leaf) {
	inner := outer
	if outer.Kind == "sealed" {
		inner = leaf{}
		if opening := b.files[folder+"entry.opening"]; len(opening) > len(openingPrefix)+saltBytes {
			inner, _ = readLeaf(opening[len(openingPrefix)+saltBytes:])
		}
	}
	for _, name := range names(b.files) {
		match := entryFile.FindStringSubmatch(name)
		if match == nil || match[3] == "" || !strings.HasPrefix(name, folder) {
			continue
		}
		fields := inner.Fields
		if outer.Kind == "sealed" && match[3] == "entry" {
			fields = outer.Fields
		}
		b.checkOpening(name, fields[match[3]])
	}
}

func (b *bundle) checkOpening(name, said string) {
	content := b.files[name]
	isOurs := bytes.HasPrefix(content, []byte(openingPrefix)) && len(content) > len(openingPrefix)+saltBytes
	sum := sha256.Sum256(content)
	if !isOurs || base64.RawURLEncoding.EncodeToString(sum[:]) != said {
		b.report("%s: does not open its field of the leaf", name)
	}
}

func (b *bundle) checkConsistency(name, first string) {
	var proof struct {
		First, Second                 int64
		FirstRootHash, SecondRootHash string
		ConsistencyPath               []string
	}
	if err := json.Unmarshal(b.files[name], &proof); err != nil {
		b.report("%s: %v", name, err)
		return
	}
	old, err := tlog.ParseHash(proof.FirstRootHash)
	path, pathErr := parseHashes(proof.ConsistencyPath)
	isOurs := proof.Second == b.tree.N && proof.SecondRootHash == b.tree.Hash.String() && strconv.FormatInt(proof.First, 10) == first
	if err != nil || pathErr != nil || !isOurs {
		b.report("%s: says another tree", name)
		return
	}
	if err := tlog.CheckTree(path, b.tree.N, b.tree.Hash, proof.First, old); err != nil {
		b.report("%s: %v", name, err)
	}
}

func readLeaf(content []byte) (leaf, error) {
	var read leaf
	err := json.Unmarshal(content, &read)
	return read, err
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return nil, fmt.Errorf("no hash: %q", line)
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
