// Checkpoints: C2SP tlog-checkpoint in a signed note.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// openCheckpoint verifies the note and reads the tree that it signs.
func openCheckpoint(text []byte, key note.Verifier) (tlog.Tree, error) {
	if err := requireStrict(text); err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: %w", err)
	}
	opened, err := note.Open(text, note.VerifierList(key))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: %w", err)
	}
	lines := strings.SplitN(opened.Text, "\n", 4)
	if len(lines) < 4 {
		return tlog.Tree{}, errors.New("checkpoint: fewer than three lines")
	}
	if lines[0] != key.Name() {
		return tlog.Tree{}, fmt.Errorf("checkpoint: origin %q; expected %q", lines[0], key.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, fmt.Errorf("checkpoint: no size: %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: no root: %q", lines[2])
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// requireStrict wants each signature in its one spelling: Go's own decoder lets the last bits of a line differ.
func requireStrict(text []byte) error {
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Split(line, " ")
		if len(words) != 3 || words[0] != "—" {
			continue
		}
		if _, err := base64.StdEncoding.Strict().DecodeString(words[2]); err != nil {
			return fmt.Errorf("a signature: %w", err)
		}
	}
	return nil
}
