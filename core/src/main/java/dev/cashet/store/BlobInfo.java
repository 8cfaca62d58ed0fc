package dev.cashet.store;

import dev.cashet.model.Digest;

/**
 * How a store keeps a blob.
 *
 * @param digest SHA-256 of the bytes as written
 * @param sizeBytes their number
 * @param storedBytes the number it occupies after compression, headers included
 * @param tier where they lie
 */
public record BlobInfo(Digest digest, long sizeBytes, long storedBytes, Tier tier) {}
