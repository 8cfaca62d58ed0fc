package planted.store.two;

/** Another store. */
public final class Two {}
