/** The losses, one file each in packages by task, and {@link lossctl.catalog.Catalog}, the list of them. */
package lossctl.catalog;
