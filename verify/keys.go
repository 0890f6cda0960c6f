// Changes of keys: notes signed by the key before and the one after lead the reader's key to the log's present one, and back.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	changeFormat = "truceline-key-change/1"
	keysFormat   = "truceline/keys/1"
)

// keyList is the file "keys" of a log or bundle, its members in the order in which they are printed.
type keyList struct {
	Format string   `json:"format"`
	Notes  []string `json:"notes"`
}

// knownKeys are those that the holder of one key may trust: the one that signs today, and all.
type knownKeys struct {
	newest note.Verifier
	all    []note.Verifier
}

type keyChange struct{ before, after string }

// followKeys reads the notes; without the file the reader's key stands alone.
func followKeys(file []byte, own note.Verifier, vkey string) (knownKeys, error) {
	known := knownKeys{newest: own, all: []note.Verifier{own}}
	if file == nil {
		return known, nil
	}
	changes, err := readChanges(file)
	if err != nil {
		return known, fmt.Errorf("keys: %w", err)
	}
	for _, step := range []struct {
		isBack bool
	}{{false}, {true}} {
		at := vkey
		for range changes {
			next := nextKey(changes, at, step.isBack)
			if next == "" || next == vkey {
				break
			}
			key, err := note.NewVerifier(next)
			if err != nil {
				return known, fmt.Errorf("keys: %w", err)
			}
			known.all = append(known.all, key)
			if !step.isBack {
				known.newest = key
			}
			at = next
		}
	}
	return known, nil
}

func nextKey(changes []keyChange, at string, isBack bool) string {
	for _, change := range changes {
		if !isBack && change.before == at {
			return change.after
		}
		if isBack && change.after == at {
			return change.before
		}
	}
	return ""
}

// readChanges wants the file exactly as it is printed, and every note signed by both its keys.
func readChanges(file []byte) ([]keyChange, error) {
	var list keyList
	if err := json.Unmarshal(file, &list); err != nil || list.Format != keysFormat {
		return nil, errors.New("no list of keys")
	}
	var printed bytes.Buffer
	encoder := json.NewEncoder(&printed)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(list); err != nil || !bytes.Equal(printed.Bytes(), file) {
		return nil, errors.New("no list of keys")
	}
	var changes []keyChange
	for i, text := range list.Notes {
		change, err := readChange(text)
		if err != nil {
			return nil, fmt.Errorf("note %d: %w", i, err)
		}
		changes = append(changes, change)
	}
	return changes, nil
}

func readChange(text string) (keyChange, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 7 || lines[0] != changeFormat || lines[5] != "" {
		return keyChange{}, errors.New("no change of keys")
	}
	if err := requireStrict([]byte(text)); err != nil {
		return keyChange{}, err
	}
	change := keyChange{before: lines[3], after: lines[4]}
	for _, vkey := range []string{change.before, change.after} {
		key, err := note.NewVerifier(vkey)
		if err != nil {
			return change, err
		}
		if key.Name() != lines[1] {
			return change, fmt.Errorf("a key of %q in a log of %q", key.Name(), lines[1])
		}
		if _, err := note.Open([]byte(text), note.VerifierList(key)); err != nil {
			return change, err
		}
	}
	return change, nil
}

// openHeld opens a checkpoint that the reader kept: any key that the log ever had may have signed it.
func openHeld(text []byte, known knownKeys) (tree tlog.Tree, err error) {
	for _, key := range known.all {
		if tree, err = openCheckpoint(text, key); err == nil {
			return tree, nil
		}
	}
	return tree, err
}
