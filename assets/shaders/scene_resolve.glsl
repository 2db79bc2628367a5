// Portraits are drawn at twice their size; this averages four pixels, undoes their premultiplied edge, and puts the
// top row first, as in every texture made from pixels.
#ifdef VERTEX
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}
#else
uniform sampler2D u_drawn;
uniform vec4 u_area;  // where its upper left corner lies on the sheet, px
layout(location = 0) out vec4 out_colour;
void main() {
  ivec2 size = textureSize(u_drawn, 0);
  ivec2 pixel = (ivec2(gl_FragCoord.xy) - ivec2(u_area.xy)) * 2;
  ivec2 at = ivec2(pixel.x, size.y - 2 - pixel.y);
  vec4 sum = texelFetch(u_drawn, at, 0) + texelFetch(u_drawn, at + ivec2(1, 0), 0) +
             texelFetch(u_drawn, at + ivec2(0, 1), 0) + texelFetch(u_drawn, at + ivec2(1, 1), 0);
  out_colour = vec4(sum.rgb / max(sum.a, 0.001), sum.a * 0.25);
}
#endif
