// Verify checks evidence bundles and logs of Truceline. It shares no code with the program that writes them: tree and notes are
// those of Go's own checksum database (golang.org/x/mod/sumdb), archives and hashes of Go's standard library.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o check ./verify
//	check -vkey KEY bundle.tar ...            evidence bundles (RECORD 8)
//	check -vkey KEY -log log.tar ...          whole logs: checkpoint and tile/
//	check -vkey KEY -held OLD -log log.tar    and that they extend a checkpoint the reader holds
//	check -vkey KEY -flips LIST [-log] x.tar  x.tar once per line "offset bit" with that bit turned over: counts what is caught
//
// Prints a line a file and exits with 1 when any was refused.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// options are what the reader brings: a key from elsewhere, perhaps an older checkpoint.
type options struct {
	key  note.Verifier
	vkey string
	held string
	log  bool
}

func main() {
	vkey := flag.String("vkey", "", "the log's key, from elsewhere than the bundle")
	held := flag.String("held", "", "file of an older checkpoint that the log must extend")
	isLog := flag.Bool("log", false, "the archives are whole logs")
	flips := flag.String("flips", "", "file of lines \"offset bit\": try each with that bit turned over")
	flag.Parse()
	key, err := note.NewVerifier(*vkey)
	if err != nil || flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: verify -vkey KEY [-log] [-held FILE] [-flips FILE] ARCHIVE...")
		os.Exit(2)
	}
	opts := options{key: key, vkey: *vkey, log: *isLog}
	if *held != "" {
		opts.held = string(read(*held))
	}
	failed := 0
	for _, path := range flag.Args() {
		if *flips != "" {
			failed += tryFlips(path, *flips, opts)
			continue
		}
		problems := check(read(path), opts)
		if len(problems) == 0 {
			fmt.Printf("ok %s\n", path)
			continue
		}
		failed++
		fmt.Printf("REFUSED %s: %s\n", path, strings.Join(problems, "; "))
	}
	if failed > 0 {
		os.Exit(1)
	}
}

// check returns everything that is wrong with an archive.
func check(archive []byte, opts options) []string {
	files, err := unpack(archive)
	if err != nil {
		return []string{err.Error()}
	}
	if opts.log {
		return checkLog(files, opts)
	}
	return checkBundle(files, opts)
}

// tryFlips returns how many flips were not caught.
func tryFlips(path, list string, opts options) int {
	archive := read(path)
	tried, caught := 0, 0
	lines := bufio.NewScanner(strings.NewReader(string(read(list))))
	for lines.Scan() {
		var offset, bit int
		if _, err := fmt.Sscan(lines.Text(), &offset, &bit); err != nil || offset >= len(archive) {
			fatal("no flip: %q", lines.Text())
		}
		archive[offset] ^= 1 << uint(bit)
		tried++
		if len(check(archive, opts)) > 0 {
			caught++
		} else {
			fmt.Printf("MISSED %s: bit %d of byte %d\n", path, bit, offset)
		}
		archive[offset] ^= 1 << uint(bit)
	}
	fmt.Printf("flips %d caught %d\n", tried, caught)
	return tried - caught
}

func read(path string) []byte {
	bytes, err := os.ReadFile(path)
	if err != nil {
		fatal("%v", err)
	}
	return bytes
}

func fatal(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(2)
}
