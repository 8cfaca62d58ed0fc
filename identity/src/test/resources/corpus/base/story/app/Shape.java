package app;

@Marker
interface Shape {
  double area();

  default double twice() {
    return area() * 2;
  }
}

class Circle implements Shape {
  final double r;

  Circle(double r) {
    this.r = r;
  }

  public double area() {
    return 3.0 * r * r;
  }
}

class Square implements Shape {
  final double r;

  Square(double r) {
    this.r = r;
  }

  public double area() {
    return r * r;
  }
}

class Triangle implements Shape {
  public double area() {
    return 0.5;
  }

  public String toString() {
    return "tri";
  }
}
