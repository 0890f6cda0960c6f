// Whole logs: every leaf is hashed again, every tile compared, and an older checkpoint must be a beginning of it.
package main

import (
	"bytes"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

func checkLog(files map[string][]byte, opts options) []string {
	known, err := followKeys(files["keys"], opts.key, opts.vkey)
	if err != nil {
		return []string{err.Error()}
	}
	tree, err := openCheckpoint(files["checkpoint"], known.newest)
	if err != nil {
		return []string{err.Error()}
	}
	stored, seen, err := readLeaves(files, tree.N)
	if err != nil {
		return []string{err.Error()}
	}
	seen["checkpoint"] = true
	seen["keys"] = true
	problems := compareTiles(files, stored, tree.N, seen)
	for _, name := range names(files) {
		if !seen[name] {
			problems = append(problems, name+": no such log has this file")
		}
	}
	root, err := tlog.TreeHash(tree.N, stored)
	if err != nil || root != tree.Hash {
		problems = append(problems, fmt.Sprintf("checkpoint: root %v; the leaves have %v", tree.Hash, root))
	}
	return append(problems, checkHeld(stored, tree, known, opts)...)
}

// hashStore keeps the hashes of a tree in the order of sumdb's storage.
type hashStore []tlog.Hash

func (s hashStore) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(s)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes[i] = s[index]
	}
	return hashes, nil
}

// readLeaves splits the entry bundles (16-bit lengths) and builds all hashes of the tree.
func readLeaves(files map[string][]byte, size int64) (hashStore, map[string]bool, error) {
	var stored hashStore
	seen := map[string]bool{}
	for start := int64(0); start < size; start += tileWidth {
		width := size - start
		if width > tileWidth {
			width = tileWidth
		}
		name := tilePath("entries", start/tileWidth, width)
		seen[name] = true
		rest := files[name]
		for i := int64(0); i < width; i++ {
			if len(rest) < 2 || len(rest) < 2+int(rest[0])<<8+int(rest[1]) {
				return nil, nil, fmt.Errorf("%s: no leaf %d", name, start+i)
			}
			length := int(rest[0])<<8 + int(rest[1])
			more, err := tlog.StoredHashes(start+i, rest[2:2+length], stored)
			if err != nil {
				return nil, nil, err
			}
			stored = append(stored, more...)
			rest = rest[2+length:]
		}
		if len(rest) > 0 {
			return nil, nil, fmt.Errorf("%s: more than %d leaves", name, width)
		}
	}
	return stored, seen, nil
}

// compareTiles names the first index whose hash differs, tile by tile.
func compareTiles(files map[string][]byte, stored hashStore, size int64, seen map[string]bool) []string {
	var problems []string
	for level, count := 0, size; count > 0; level, count = level+1, count/tileWidth {
		for start := int64(0); start < count; start += tileWidth {
			width := count - start
			if width > tileWidth {
				width = tileWidth
			}
			name := tilePath(fmt.Sprint(level), start/tileWidth, width)
			seen[name] = true
			var expected []byte
			for i := int64(0); i < width; i++ {
				hash := stored[tlog.StoredHashIndex(level*tileHeight, start+i)]
				expected = append(expected, hash[:]...)
			}
			if bytes.Equal(files[name], expected) {
				continue
			}
			problems = append(problems, fmt.Sprintf("%s: hash %d differs", name, start+firstDifference(files[name], expected)/tlog.HashSize))
		}
	}
	return problems
}

func firstDifference(a, b []byte) int64 {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	return int64(at)
}

// checkHeld wants the log to extend the checkpoint that the reader has.
func checkHeld(stored hashStore, tree tlog.Tree, known knownKeys, opts options) []string {
	if opts.held == "" {
		return nil
	}
	held, err := openHeld([]byte(opts.held), known)
	if err != nil {
		return []string{"held " + err.Error()}
	}
	if held.N > tree.N {
		return []string{fmt.Sprintf("the log has %d entries; the checkpoint you hold has %d", tree.N, held.N)}
	}
	root, err := tlog.TreeHash(held.N, stored)
	if err != nil || root != held.Hash {
		return []string{fmt.Sprintf("the first %d entries are not those of the checkpoint you hold", held.N)}
	}
	return nil
}

// tilePath is that of C2SP tlog-tiles: tile/LEVEL/x001/x234/067[.p/W].
func tilePath(level string, index, width int64) string {
	path := fmt.Sprintf("%03d", index%1000)
	for rest := index / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	if width < tileWidth {
		path = fmt.Sprintf("%s.p/%d", path, width)
	}
	return "tile/" + level + "/" + path
}
