/** Results to bytes: text, JSON, CSV, Markdown and per-sample output, on streams that are checked. */
package lossctl.write;
