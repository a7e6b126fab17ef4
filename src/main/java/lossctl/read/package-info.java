/** From bytes to blocks of numbers, with exact places in every refusal. */
package lossctl.read;
