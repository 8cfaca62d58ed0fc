package dev.cashet.engine;

import dev.cashet.canonical.Canonical;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.StoredValueFormat;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.store.Store;

/**
 * What the engine is made of; each part can be another.
 *
 * @param identity what function is this
 * @param canonical what argument is this
 * @param serializer results as bytes
 * @param references how references inside results come back
 * @param store where everything is kept
 * @param workplaces where tasks run
 */
public record Ports(
    FunctionIdentity identity,
    Canonical canonical,
    Serializer serializer,
    StoredValueFormat references,
    Store store,
    Workplaces workplaces) {}
