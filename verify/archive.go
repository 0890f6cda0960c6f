// Archives and the sums over their files.
package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"sort"
)

// unpack reads a tar archive; a name that stands twice is refused.
func unpack(archive []byte) (map[string][]byte, error) {
	files := map[string][]byte{}
	reader := tar.NewReader(bytes.NewReader(archive))
	for {
		header, err := reader.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, fmt.Errorf("archive: %w", err)
		}
		content, err := io.ReadAll(reader)
		if err != nil {
			return nil, fmt.Errorf("archive: %s: %w", header.Name, err)
		}
		if _, twice := files[header.Name]; twice {
			return nil, fmt.Errorf("archive: %s stands twice", header.Name)
		}
		files[header.Name] = content
	}
}

// checkSums wants SHA256SUMS to list every other file, in order, as `sha256sum` would.
func checkSums(files map[string][]byte) []string {
	var expected bytes.Buffer
	for _, name := range names(files) {
		if name != "SHA256SUMS" {
			fmt.Fprintf(&expected, "%x  %s\n", sha256.Sum256(files[name]), name)
		}
	}
	if bytes.Equal(expected.Bytes(), files["SHA256SUMS"]) {
		return nil
	}
	return []string{"SHA256SUMS: not those of the files, or not of all of them"}
}

func names(files map[string][]byte) []string {
	var all []string
	for name := range files {
		all = append(all, name)
	}
	sort.Strings(all)
	return all
}
