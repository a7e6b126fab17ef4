/** JSON documents and JSON Lines. The only package that reads with Jackson. */
package lossctl.read.json;
