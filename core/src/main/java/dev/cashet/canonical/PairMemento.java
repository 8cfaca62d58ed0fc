package dev.cashet.canonical;

/** Fields and content of an object that is also a collection. */
record PairMemento(Memento first, Memento second) implements Memento {
  @Override
  public boolean hasChanged() {
    return first.hasChanged() || second.hasChanged();
  }

  @Override
  public void restore() {
    first.restore();
    second.restore();
  }
}
