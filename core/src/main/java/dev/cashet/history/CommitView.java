package dev.cashet.history;

import dev.cashet.model.Commit;
import dev.cashet.model.FunctionRecord;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.Entry;
import java.util.Optional;

/**
 * Everything known of one commit.
 *
 * @param entry the commit and its name
 * @param status as of now
 * @param function what is known of the function's code; empty if that record is gone
 * @param stored how the store keeps the result; empty if there is none or it is gone
 */
public record CommitView(
    Entry entry,
    Commit.Status status,
    Optional<FunctionRecord> function,
    Optional<BlobInfo> stored) {}
