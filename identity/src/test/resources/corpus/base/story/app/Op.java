package app;

enum Op {
  ADD {
    double apply(double a, double b) {
      return a + b;
    }
  },
  MUL {
    double apply(double a, double b) {
      return a * b;
    }
  },
  NEG {
    double apply(double a, double b) {
      return -a;
    }
  };

  abstract double apply(double a, double b);
}
