// The far wall of a place: one triangle over the whole area.
#ifdef VERTEX
VARYING vec2 v_at;
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  v_at = corner * 0.5 + 0.5;
  gl_Position = vec4(corner, 1.0, 1.0);
}
#else
VARYING vec2 v_at;
uniform vec3 u_ray_low, u_ray_across, u_ray_up;
layout(location = 0) out vec4 out_colour;
void main() {
  vec3 colour = backdrop(v_at, u_ray_low + (u_ray_across - u_ray_low) * v_at.x + (u_ray_up - u_ray_low) * v_at.y);
  // Half a grey step of noise: long gradients band without it.
  float grain = texture(u_noise, gl_FragCoord.xy / 64.0).a - 0.5;
  out_colour = vec4(shown(colour) + grain / 128.0, 1.0);
}
#endif
