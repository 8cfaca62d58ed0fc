package dev.cashet.store;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import java.util.Optional;

/**
 * A commit as a store hands it out: checked against its name, with its result if that is small and lies beside it.
 *
 * @param id the commit's name
 * @param commit the commit
 * @param small its result's bytes, if they came with it
 */
public record Entry(CommitId id, Commit commit, Optional<SmallObject> small) {}
